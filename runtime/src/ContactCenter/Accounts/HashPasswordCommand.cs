namespace ContactCenter.Accounts;

/// <summary><c>--hash-password</c>: reads a password from standard input and prints its hash for <c>ContactCenter:Accounts</c>.</summary>
internal static class HashPasswordCommand
{
    /// <summary>Runs the command if the arguments ask for it.</summary>
    /// <returns>Whether it ran; the program then ends.</returns>
    public static bool TryRun(IReadOnlyList<string> arguments, TextReader input, TextWriter output)
    {
        if (arguments is not ["--hash-password"])
            return false;

        output.WriteLine(PasswordHash.Create(input.ReadLine() ?? ""));
        return true;
    }
}
