// Loaded before a command: lets it take its pipes for a terminal of 300 columns, wide enough for each question.
process.stdin.isTTY = true;
process.stdin.setRawMode = () => process.stdin;
process.stdout.isTTY = true;
process.stdout.columns = 300;
process.stdout.rows = 40;
