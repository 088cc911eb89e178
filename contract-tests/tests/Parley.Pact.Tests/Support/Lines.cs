using System.Collections.Concurrent;

namespace Parley.Pacts.Tests;

/// <summary>Keeps what Pact tells.</summary>
internal sealed class Lines : IOutput
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string Text => string.Join('\n', _lines);

    public void WriteLine(string line) => _lines.Enqueue(line);
}
