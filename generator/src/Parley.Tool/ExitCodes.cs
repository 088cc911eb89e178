namespace Parley.Tool;

/// <summary>What the program returns.</summary>
internal static class ExitCodes
{
    /// <summary>Done, and nothing was found.</summary>
    public const int Success = 0;

    /// <summary>Done, and what was looked for was found: a broken rule, drift, a breaking change.</summary>
    public const int Found = 1;

    /// <summary>Not done: wrong arguments or unusable input.</summary>
    public const int Failure = 2;
}
