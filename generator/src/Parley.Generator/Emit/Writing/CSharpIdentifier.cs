using Microsoft.CodeAnalysis.CSharp;

namespace Parley.Generator.Emit.Writing;

/// <summary>A C# identifier. Made only from text that is one; a keyword gets its <c>@</c>.</summary>
internal readonly struct CSharpIdentifier
{
    private CSharpIdentifier(string text) => Text = text;

    /// <summary>The identifier as C#.</summary>
    public string Text { get; }

    /// <summary>Takes an allocated identifier.</summary>
    /// <exception cref="ArgumentException">The text is not an identifier: a defect of the name allocation, never of a schema.</exception>
    public static CSharpIdentifier Of(string name)
    {
        var bare = name.StartsWith("@", StringComparison.Ordinal) ? name.Substring(1) : name;
        if (!SyntaxFacts.IsValidIdentifier(bare))
            throw new ArgumentException($"'{name}' is not a C# identifier.", nameof(name));

        var keyword = SyntaxFacts.GetKeywordKind(bare) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(bare) != SyntaxKind.None;
        return new(keyword ? "@" + bare : bare);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
