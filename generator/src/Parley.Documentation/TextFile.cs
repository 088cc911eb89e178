namespace Parley.Documentation;

/// <summary>A file beside the contracts, named by the user.</summary>
public static class TextFile
{
    /// <summary>Its whole text, which is UTF-8.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"'{path}' cannot be read: {error.Message}", error);
        }
    }
}
