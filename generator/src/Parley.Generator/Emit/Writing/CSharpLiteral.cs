using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Parley.Generator.Emit.Writing;

/// <summary>A C# literal made from a value. The only way for schema text to become an expression.</summary>
internal readonly struct CSharpLiteral
{
    private CSharpLiteral(string text) => Text = text;

    /// <summary>The literal as C#, on one line.</summary>
    public string Text { get; }

    /// <summary>A string literal.</summary>
    public static CSharpLiteral String(string value) => new(SymbolDisplay.FormatLiteral(value, quote: true));

    /// <summary>A string literal, or <c>null</c>.</summary>
    public static CSharpLiteral NullableString(string? value) => value is null ? new("null") : String(value);

    /// <summary>A UTF-8 literal of type <c>ReadOnlySpan&lt;byte&gt;</c>.</summary>
    /// <remarks>A lone surrogate has no UTF-8 form and the compiler refuses it in <c>u8</c>: such text becomes its replacement bytes, which no valid JSON text can hold.</remarks>
    public static CSharpLiteral Utf8(string value) => new(SymbolDisplay.FormatLiteral(ReplaceLoneSurrogates(value), quote: true) + "u8");

    /// <summary>A <c>long</c> literal.</summary>
    public static CSharpLiteral Long(long value) =>
        new(value == long.MinValue ? "long.MinValue" : value.ToString(CultureInfo.InvariantCulture) + "L");

    /// <summary>An <c>ulong</c> literal in hexadecimal.</summary>
    public static CSharpLiteral Mask(ulong value) => new("0x" + value.ToString("X", CultureInfo.InvariantCulture) + "UL");

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static CSharpLiteral Boolean(bool value) => new(value ? "true" : "false");

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static string ReplaceLoneSurrogates(string value) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value));
}
