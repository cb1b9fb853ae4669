const secret =
  /secret|token|passw(?:or)?d|passphrase|(?:^|[^a-z])pwd|credential|(?:^|[-_.])key$|api[-_.]?key|(?:private|access|signing|encryption|master|auth)[-_.]?key/i;

/** Names of what describes a secret without containing it: its path, its name, its lifetime, or its public key. */
const about =
  /public|hash|checksum|digest|fingerprint|name$|path$|file$|ref$|url$|uri$|policy$|type$|ttl$|seconds$|sha\d*$|revision$|version$|selector$|namespace$|(?:^|[-_.])id$/i;

/** Whether this is the name of a secret: `API_KEY` is, `secretName` is not. */
export const isSecretName = (name: string): boolean =>
  (secret.test(name) || /[a-z]Key$/.test(name)) && !about.test(name) && !/[a-z]Id$/.test(name);

/** `name=value` or `"name": "value"`, in the lines of a file or in arguments of a program. */
const assignment = /([\w.-]{3,64})["']?\s*(?:=|:\s)\s*["']?([\w+/=~.!@#^&*-]{20,})/g;

/** The names and values that a text sets. */
export const assignments = (text: string): [string, string][] =>
  text.length < 24 || !/[=:]/.test(text)
    ? []
    : [...text.matchAll(assignment)].map(([, name = '', value = '']) => [name, value]);
