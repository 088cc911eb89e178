using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests;

/// <summary>A library's two contracts, <c>loans</c> and <c>rooms</c>, which share schemas: input of the tests about more than one file.</summary>
internal static class Library
{
    public static InputFile[] Files { get; } = InputFile.AllIn(RepositoryRoot.Path("generator", "tests", "Parley.Generator.Tests", "Input"));

    /// <summary>The library with another text in one of its files.</summary>
    /// <param name="path">The file.</param>
    /// <param name="old">A text that the file holds.</param>
    /// <param name="replacement">What stands there instead.</param>
    public static InputFile[] With(string path, string old, string replacement)
    {
        var file = Files.Single(file => file.Path == path);
        Assert.Contains(old, file.Text, StringComparison.Ordinal);
        return [.. Files.Select(other => other == file ? file with { Text = file.Text.Replace(old, replacement, StringComparison.Ordinal) } : other)];
    }

    /// <summary>The library without one of its files.</summary>
    public static InputFile[] Without(string path) => [.. Files.Where(file => file.Path != path)];
}
