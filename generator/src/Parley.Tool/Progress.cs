namespace Parley.Tool;

/// <summary>How far the work is, as a line on standard error that is gone when it ends; nothing unless that is a terminal.</summary>
/// <param name="what">What is done.</param>
internal sealed class Progress(string what) : IProgress<(int Done, int Total)>, IDisposable
{
    // Below this a line would only flicker.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly long _start = TimeProvider.System.GetTimestamp();
    private int _width;

    /// <inheritdoc/>
    public void Report((int Done, int Total) value)
    {
        if (Console.IsErrorRedirected || TimeProvider.System.GetElapsedTime(_start) < Patience)
            return;
        var line = $"\r{what} {value.Done} of {value.Total}";
        _width = line.Length - 1;
        Console.Error.Write(line);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_width > 0)
            Console.Error.Write("\r" + new string(' ', _width) + "\r");
    }
}
