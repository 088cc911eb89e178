namespace ContactCenter.Accounts;

/// <summary><c>--hash-password</c>: reads a password from standard input and prints its hash for <c>ContactCenter:Accounts</c>.</summary>
internal static class HashPasswordCommand
{
    /// <summary>Runs the command if the arguments ask for it.</summary>
    /// <returns>Null when they do not; else the exit code, with which the program ends: 0, or 1 when the password is empty.</returns>
    public static int? Run(IReadOnlyList<string> arguments, TextReader input, TextWriter output, TextWriter error)
    {
        if (arguments is not ["--hash-password"])
            return null;

        if (input.ReadLine() is not { Length: > 0 } password)
        {
            error.WriteLine("The password is empty; write it as one line to the standard input.");
            return 1;
        }

        output.WriteLine(PasswordHash.Create(password));
        return 0;
    }
}
