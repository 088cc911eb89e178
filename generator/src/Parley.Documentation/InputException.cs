namespace Parley.Documentation;

/// <summary>What was asked for cannot be done with this input. The message is for the user: what is wrong, and where.</summary>
public sealed class InputException : Exception
{
    /// <summary>With a sentence for the user.</summary>
    public InputException(string message)
        : base(message)
    {
    }

    /// <summary>With a sentence for the user and what caused it.</summary>
    public InputException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
