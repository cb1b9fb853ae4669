/** What one file of tests has to say at its end. */
class Summary {
  private readonly lines: string[] = [];
  private readonly times: string[] = [];

  say(line: string): void {
    this.lines.push(line);
  }

  async timed<T>(part: string, work: () => Promise<T>): Promise<T> {
    const began = Date.now();
    try {
      return await work();
    } finally {
      this.times.push(`${part} ${((Date.now() - began) / 1000).toFixed(1)} s`);
    }
  }

  print(): void {
    console.log([...this.lines, `times: ${this.times.join(', ')}`].join('\n'));
  }
}

export const summary = new Summary();
