using Parley.Generator.Emit.Writing;

namespace Parley.Generator.Emit.Types;

/// <summary>The members through which an application uses a declaration.</summary>
internal static class EntryPointEmitter
{
    /// <summary><c>TryRead</c>, <c>Validate</c> and <c>Explain</c> of a record; other declarations inherit them.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="record">The record.</param>
    /// <param name="value">The same, with <c>?</c> where null is among its values.</param>
    public static void Write(CodeWriter writer, CSharpIdentifier record, CSharpCode value)
    {
        var options = CSharpCode.Of($"global::System.Text.Json.JsonReaderOptions options = default");
        writer.Line($$"""
            /// <inheritdoc/>
            public static bool TryRead(global::System.ReadOnlySpan<byte> utf8Json, [global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out {{record}}? value, {{options}}) =>
                global::Parley.JsonText.TryRead<{{record}}, {{value}}>(utf8Json, out value, options);

            /// <inheritdoc/>
            public static bool Validate(global::System.ReadOnlySpan<byte> utf8Json, {{options}}) => global::Parley.JsonText.Validate<{{record}}, {{value}}>(utf8Json, options);

            /// <inheritdoc/>
            public static global::Parley.SchemaErrors Explain(global::System.ReadOnlySpan<byte> utf8Json, {{options}}) => global::Parley.JsonText.Explain<{{record}}, {{value}}>(utf8Json, options);
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
