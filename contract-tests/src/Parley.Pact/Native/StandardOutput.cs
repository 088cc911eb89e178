using System.Runtime.InteropServices;

namespace Parley.Pacts;

/// <summary>The process's standard output, which belongs to the test runner.</summary>
internal static partial class StandardOutput
{
    /// <summary>
    /// Sends what the core prints to the standard error output, except on Windows. Runners such as that of xunit read results as lines from the standard output,
    /// and the core prints the report of a verification there from a thread of its own: a piece of it inside such a line, and the result is lost.
    /// </summary>
    public static void KeepFromCore()
    {
        if (OperatingSystem.IsWindows())
            return;

        // .NET writes to a copy of the descriptor, which it makes when the console is used first; that copy stays what it is.
        _ = Console.Out;
        _ = DuplicateDescriptor(2, 1);
    }

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int DuplicateDescriptor(int from, int to);
}
