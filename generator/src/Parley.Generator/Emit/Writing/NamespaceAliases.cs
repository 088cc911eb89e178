namespace Parley.Generator.Emit.Writing;

/// <summary>
/// Short names for the namespaces and types that nearly every emitted line mentions. Emitted code writes namespaces with <c>::</c>, behind which C# looks for nothing but aliases, and no name that is
/// made from a schema begins with <c>_</c> and a letter: what a project calls its own types and namespaces does not matter.
/// </summary>
internal static class NamespaceAliases
{
    // The longer ones first: they begin with the shorter.
    private static readonly (string Alias, string Namespace)[] All =
    [
        ("_A", "System.Diagnostics.CodeAnalysis"), ("_C", "System.ComponentModel"), ("_J", "System.Text.Json"), ("_S", "System"), ("_P", "Parley"),
    ];

    /// <summary>What emitted methods read from.</summary>
    public static CSharpIdentifier Reader => CSharpIdentifier.Of("_R");

    /// <summary>The kind of a token.</summary>
    public static CSharpIdentifier Token => CSharpIdentifier.Of("_T");

    /// <summary>What emitted methods write to.</summary>
    public static CSharpIdentifier Writer => CSharpIdentifier.Of("_W");

    /// <summary>The directives. They stand inside the namespace, where the project's own aliases are out of the way.</summary>
    public static void Write(CodeWriter writer)
    {
        foreach (var (alias, name) in All)
            writer.Line($"using {CSharpIdentifier.Of(alias)} = {CSharpCode.TypeName("global::" + name)};");
        writer.Line($"using {Reader} = {CSharpCode.TypeName("global::Parley.Utf8JsonCursor")};");
        writer.Line($"using {Token} = {CSharpCode.TypeName("global::System.Text.Json.JsonTokenType")};");
        writer.Line($"using {Writer} = {CSharpCode.TypeName("global::System.Text.Json.Utf8JsonWriter")};");
    }

    /// <summary>Text of the generator's own source with the aliases in place of the namespaces.</summary>
    public static string Shorten(string text)
    {
        if (text.IndexOf("global::", StringComparison.Ordinal) < 0)
            return text;

        foreach (var (alias, name) in All)
            text = text.Replace($"global::{name}.", alias + "::");
        return text;
    }
}
