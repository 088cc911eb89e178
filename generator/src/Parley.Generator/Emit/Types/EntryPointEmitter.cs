using Parley.Generator.Emit.Writing;

namespace Parley.Generator.Emit.Types;

/// <summary>The members through which an application uses a declaration.</summary>
internal static class EntryPointEmitter
{
    /// <summary><c>TryRead</c>, <c>Validate</c> and <c>Explain</c>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="declaration">The declaring type.</param>
    /// <param name="value">What its values are.</param>
    /// <param name="isRecord">Whether the declaration is its own value and implements <c>IJsonType</c>.</param>
    public static void Write(CodeWriter writer, CSharpIdentifier declaration, CSharpCode value, bool isRecord)
    {
        var options = CSharpCode.Of($"global::System.Text.Json.JsonReaderOptions options = default");
        var attribute = isRecord ? CSharpCode.Of($"NotNullWhen(true)") : CSharpCode.Of($"MaybeNullWhen(false)");
        var outType = isRecord ? CSharpCode.Of($"{declaration}?") : value;
        var summaries = isRecord
            ? (CSharpCode.Of($"/// <inheritdoc/>"), CSharpCode.Of($"/// <inheritdoc/>"), CSharpCode.Of($"/// <inheritdoc/>"))
            : (CSharpCode.Of($"/// <summary>Verdict and value; one pass but for the branches of a schema.</summary>"),
               CSharpCode.Of($"/// <summary>Verdict only, without allocating.</summary>"),
               CSharpCode.Of($"/// <summary>Every error with its place; empty when the text is valid.</summary>"));
        writer.Line($$"""
            {{summaries.Item1}}
            public static bool TryRead(global::System.ReadOnlySpan<byte> utf8Json, [global::System.Diagnostics.CodeAnalysis.{{attribute}}] out {{outType}} value, {{options}}) =>
                global::Parley.JsonText.TryRead<{{declaration}}, {{value}}>(utf8Json, out value, options);

            {{summaries.Item2}}
            public static bool Validate(global::System.ReadOnlySpan<byte> utf8Json, {{options}}) =>
                global::Parley.JsonText.Validate<{{declaration}}, {{value}}>(utf8Json, options);

            {{summaries.Item3}}
            public static global::Parley.SchemaErrors Explain(global::System.ReadOnlySpan<byte> utf8Json, {{options}}) =>
                global::Parley.JsonText.Explain<{{declaration}}, {{value}}>(utf8Json, options);
            """);
        writer.Blank();
    }

    /// <summary>Header of a member that only emitted code calls.</summary>
    public static void Plumbing(CodeWriter writer)
    {
        writer.Blank();
        writer.Line($"/// <inheritdoc/>");
        Hidden(writer);
    }

    /// <summary>Keeps a member out of an editor's lists.</summary>
    public static void Hidden(CodeWriter writer)
    {
        writer.Line($"[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
    }
}
