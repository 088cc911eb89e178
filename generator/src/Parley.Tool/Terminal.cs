using Parley.Schema.Diagnostics;

namespace Parley.Tool;

/// <summary>Standard output for people: colours where somebody looks, and only there.</summary>
internal static class Terminal
{
    // https://no-color.org: set and not empty.
    private static readonly bool HasColors = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Writes a line; what of it comes from files cannot steer the terminal.</summary>
    public static void WriteLine(string line, ConsoleColor color)
    {
        if (HasColors)
            Console.ForegroundColor = color;
        Console.Out.WriteLine(LogText.Of(line));
        if (HasColors)
            Console.ResetColor();
    }
}
