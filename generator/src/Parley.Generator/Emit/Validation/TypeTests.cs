using Parley.Generator.Emit.Types;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary><c>type</c>: the tokens a value may start with, and whole numbers.</summary>
internal static class TypeTests
{
    private static readonly (JsonTypes Type, string Article)[] Names =
    [
        (JsonTypes.Null, "null"), (JsonTypes.Boolean, "a boolean"), (JsonTypes.String, "a string"), (JsonTypes.Integer, "an integer"),
        (JsonTypes.Number, "a number"), (JsonTypes.Array, "an array"), (JsonTypes.Object, "an object"),
    ];

    /// <summary>A condition that is true when the value is not of the one allowed type.</summary>
    /// <param name="node">A subschema with one type.</param>
    /// <param name="integer">As in <see cref="NotInteger"/>.</param>
    public static CSharpCode Fails(SchemaNode node, CSharpCode integer) => node.Types switch
    {
        JsonTypes.Integer => NotInteger(integer),
        JsonTypes.Boolean => CSharpCode.Of($"reader.TokenType is not ({CSharpTypes.Token}.True or {CSharpTypes.Token}.False)"),
        JsonTypes.Null => CSharpCode.Of($"reader.TokenType != {CSharpTypes.Token}.Null"),
        JsonTypes.String => CSharpCode.Of($"reader.TokenType != {CSharpTypes.Token}.String"),
        JsonTypes.Object => CSharpCode.Of($"reader.TokenType != {CSharpTypes.Token}.StartObject"),
        JsonTypes.Array => CSharpCode.Of($"reader.TokenType != {CSharpTypes.Token}.StartArray"),
        _ => CSharpCode.Of($"reader.TokenType != {CSharpTypes.Token}.Number"),
    };

    /// <summary>A condition that is true when the value is no integer, of whatever size.</summary>
    /// <param name="integer">A new local or <c>_</c> where the value must fit 64 bits; empty where it need not.</param>
    public static CSharpCode NotInteger(CSharpCode integer)
    {
        if (integer.IsEmpty)
            return CSharpCode.Of($"(reader.TokenType != {CSharpTypes.Token}.Number || !global::Parley.NumberChecks.IsInteger(ref reader))");
        return integer.Text == "_"
            ? CSharpCode.Of($"!global::Parley.NumberChecks.TryReadInt64(ref reader, out _)")
            : CSharpCode.Of($"!global::Parley.NumberChecks.TryReadInt64(ref reader, out var {integer})");
    }

    /// <summary>The kinds of token that the types allow; <c>integer</c> counts as number.</summary>
    public static IEnumerable<JsonTypes> Tokens(JsonTypes types)
    {
        foreach (var (type, _) in Names)
        {
            if (type == JsonTypes.Integer ? types.HasFlag(JsonTypes.Integer) && !types.HasFlag(JsonTypes.Number) : types.HasFlag(type))
                yield return type == JsonTypes.Integer ? JsonTypes.Number : type;
        }
    }

    /// <summary>The token of a type, as a pattern.</summary>
    public static CSharpCode Token(JsonTypes type) => type switch
    {
        JsonTypes.Null => CSharpCode.Of($"{CSharpTypes.Token}.Null"),
        JsonTypes.Boolean => CSharpCode.Of($"{CSharpTypes.Token}.True or {CSharpTypes.Token}.False"),
        JsonTypes.String => CSharpCode.Of($"{CSharpTypes.Token}.String"),
        JsonTypes.Object => CSharpCode.Of($"{CSharpTypes.Token}.StartObject"),
        JsonTypes.Array => CSharpCode.Of($"{CSharpTypes.Token}.StartArray"),
        _ => CSharpCode.Of($"{CSharpTypes.Token}.Number"),
    };

    /// <summary>The sentence of a failure.</summary>
    public static string Message(JsonTypes types) =>
        "must be " + string.Join(" or ", Names.Where(name => types.HasFlag(name.Type)).Select(static name => name.Article));
}
