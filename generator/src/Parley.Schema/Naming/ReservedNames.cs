namespace Parley.Schema.Naming;

/// <summary>Words that emitted code needs for itself.</summary>
internal static class ReservedNames
{
    /// <summary>What a name gets behind it when it is reserved: <c>Equals</c> → <c>EqualsValue</c>.</summary>
    public const string Suffix = "Value";

    /// <summary>What stands behind an enum's name in that of the class which reads and writes it.</summary>
    public const string EnumCompanion = "Json";

    // The members of every object and record, then those of the emitted types.
    private static readonly HashSet<string> Members = new(StringComparer.Ordinal)
    {
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals",
        "EqualityContract", "PrintMembers", "Clone", "Deconstruct",
        "TryRead", "Validate", "Explain", "Read", "Check", "Evaluate", "Write", "WriteTo", "AdditionalMembers",
        "FromJson", "ToJson", "ToText", "Parse", "TryParse", "Create", "JsonConverter", "SchemaFile",
    };

    // Members that a type has itself, whatever its schema: C# lets no type have the name of one of its members.
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "Equals", "GetHashCode", "ToString", "EqualityContract", "PrintMembers", "TryRead", "Validate", "Explain", "Read", "Check", "Evaluate", "Write", "WriteTo",
        "AdditionalMembers",
    };

    // Those of an enum that keeps unknown texts: words that others may well be called.
    private static readonly HashSet<string> OpenEnumMembers = new(StringComparer.Ordinal) { "Text", "Texts", "IsKnown" };

    private static readonly HashSet<string> Parameters = new(StringComparer.Ordinal)
    {
        "request", "query", "context", "cancellationToken", "ct", "call", "handlers", "http",
    };

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
        "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto", "if",
        "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override",
        "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string",
        "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void",
        "volatile", "while",
    };

    public static bool IsMember(string identifier) => Members.Contains(identifier);

    public static bool IsType(string identifier) => Types.Contains(identifier);

    public static bool IsOpenEnumMember(string identifier) => OpenEnumMembers.Contains(identifier);

    public static bool IsParameter(string identifier) => Parameters.Contains(identifier) || Keywords.Contains(identifier);

    public static bool IsKeyword(string identifier) => Keywords.Contains(identifier);
}
