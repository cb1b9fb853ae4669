import type { Text } from './answers.js';

/** What `--help` prints. */
export const help: Text = {
  en: `npm run new -- [app|service] [NAME] [FLAGS]

Writes the file of a new club app or system service, and all lines that go with it. On a terminal it asks for what no
flag tells; elsewhere it lists what is missing. Nothing is overwritten.

  app NAME
    --kind KIND            grav (written in the browser), web (an image), static (pages in nginx) or chart (Helm)
    --club NAME            the club, as people know it; of a new one also:
      --github @ORG/TEAM     who answers for it (@ClubCedille/sre)
      --alerts CHANNEL       the Discord channel of its alerts (cedille)
    --host HOST            its public address; --staging-host HOST, that for trying things out
    --repository ORG/NAME  of a Grav site's pages; --branch NAME if it is not master
    --image IMAGE          of web and static, with its version
    --port PORT            of web and chart; --probe PATH of web (/)
    --chart NAME           of chart; --service NAME, its Service that is public
  service NAME
    --description TEXT     what it is for
    --chart NAME           its Helm chart
  --chart-version, --chart-repository  of a chart that system/Chart.yaml does not pin yet

  --run        then also runs npx cdk8s synth
  --dry-run    prints what it would write
  --lang LANG  en or fr; else by LANG
  --help       prints this`,
  fr: `npm run new -- [app|service] [NOM] [OPTIONS]

Écrit le fichier d'une nouvelle application de club ou d'un service du système, et les lignes qui vont avec. Dans un
terminal, pose les questions auxquelles aucune option ne répond ; ailleurs, dit ce qui manque. N'écrase rien.

  app NOM
    --kind GENRE           grav (écrit dans le navigateur), web (une image), static (pages dans nginx) ou chart (Helm)
    --club NOM             le club, comme on le connaît ; d'un nouveau club, aussi :
      --github @ORG/ÉQUIPE   qui en répond (@ClubCedille/sre)
      --alerts SALON         le salon Discord de ses alertes (cedille)
    --host ADRESSE         son adresse publique ; --staging-host ADRESSE, celle d'essai
    --repository ORG/NOM   des pages d'un site Grav ; --branch NOM si ce n'est pas master
    --image IMAGE          de web et static, avec sa version
    --port PORT            de web et chart ; --probe CHEMIN de web (/)
    --chart NOM            de chart ; --service NOM, son Service qui est public
  service NOM
    --description TEXTE    à quoi il sert (en anglais)
    --chart NOM            son chart Helm
  --chart-version, --chart-repository  d'un chart que system/Chart.yaml ne fixe pas encore

  --run        lance ensuite npx cdk8s synth
  --dry-run    montre ce qui serait écrit
  --lang LANG  en ou fr ; sinon selon LANG
  --help       affiche ceci`,
};
