using System.Globalization;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Diagnostics;
using Parley.Schema.Json;

namespace Parley.Generator.Emit.Types;

/// <summary>A value of <c>const</c> or <c>enum</c>, from its compact JSON.</summary>
internal sealed class JsonConstant
{
    private readonly JsonNode _node;

    public JsonConstant(string json)
    {
        Json = json;
        _node = JsonParser.Parse(json, new DiagnosticBag("", json)) ?? throw new ArgumentException("The model holds text that is not JSON.", nameof(json));
    }

    /// <summary>The compact JSON.</summary>
    public string Json { get; }

    public bool IsString => _node.Kind == JsonKind.String;

    public bool IsNumber => _node.Kind == JsonKind.Number;

    public bool IsBoolean => _node.Kind is JsonKind.True or JsonKind.False;

    public bool IsTrue => _node.Kind == JsonKind.True;

    public bool IsNull => _node.Kind == JsonKind.Null;

    public bool IsContainer => _node.Kind is JsonKind.Object or JsonKind.Array;

    /// <summary>A string's content, a number's source text.</summary>
    public string Text => _node.Text;

    /// <summary>The value as a 64-bit integer, when its text is one.</summary>
    public bool TryGetInt64(out long value) => TryParseInt64(Text, out value);

    /// <summary>Reads a plain integer; <c>1.0</c> is left to exact numbers.</summary>
    public static bool TryParseInt64(string text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    /// <summary>The code that makes it a <c>Parley.JsonNumber</c>.</summary>
    public static CSharpCode Number(string text) => CSharpCode.Of($"global::Parley.JsonNumber.Parse({CSharpLiteral.String(text)})");
}
