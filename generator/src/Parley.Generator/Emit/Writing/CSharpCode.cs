namespace Parley.Generator.Emit.Writing;

/// <summary>A piece of C#, composed of text that stands in the generator's own source and of other fragments; never of a bare string.</summary>
internal readonly struct CSharpCode
{
    private readonly string? _text;

    private CSharpCode(string text) => _text = text;

    /// <summary>No code.</summary>
    public static CSharpCode Empty => default;

    /// <summary>The code; may have several lines, separated by <c>\n</c>.</summary>
    public string Text => _text ?? "";

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => Text.Length == 0;

    /// <summary>Composes: <c>CSharpCode.Of($"value.{property}")</c>.</summary>
    public static CSharpCode Of(CodeInterpolation code) => new(code.ToText());

    /// <summary>What was written to a writer.</summary>
    public static CSharpCode Of(CodeWriter writer) => new(writer.ToString().TrimEnd('\n'));

    /// <summary>A fully qualified type name from the model, such as <c>global::Sample.Chat.Accept</c>.</summary>
    /// <exception cref="ArgumentException">Not such a name.</exception>
    public static CSharpCode TypeName(string name)
    {
        const string Global = "global::";
        if (!name.StartsWith(Global, StringComparison.Ordinal))
            throw new ArgumentException($"'{name}' does not start with global::.", nameof(name));

        return new(Global + DottedName(name.Substring(Global.Length)));
    }

    /// <summary>A namespace from the model, such as <c>Sample.Chat</c>.</summary>
    public static CSharpCode Namespace(string name) => new(DottedName(name));

    /// <summary>Puts a separator between pieces.</summary>
    public static CSharpCode Join(CSharpCode separator, IEnumerable<CSharpCode> pieces) =>
        new(string.Join(separator.Text, pieces.Select(static piece => piece.Text)));

    /// <summary>A literal is code.</summary>
    public static implicit operator CSharpCode(CSharpLiteral literal) => new(literal.Text);

    /// <summary>An identifier is code.</summary>
    public static implicit operator CSharpCode(CSharpIdentifier identifier) => new(identifier.Text);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static string DottedName(string name) =>
        string.Join(".", name.Split('.').Select(static part => CSharpIdentifier.Of(part).Text));
}
