namespace Parley.Schema.Model;

/// <summary>The values of the <c>type</c> keyword.</summary>
[Flags]
public enum JsonTypes
{
    /// <summary>Keyword absent.</summary>
    None = 0,

    /// <summary><c>null</c>.</summary>
    Null = 1,

    /// <summary><c>boolean</c>.</summary>
    Boolean = 2,

    /// <summary><c>object</c>.</summary>
    Object = 4,

    /// <summary><c>array</c>.</summary>
    Array = 8,

    /// <summary><c>number</c>.</summary>
    Number = 16,

    /// <summary><c>integer</c>: a number without a fractional part, <c>1.0</c> included.</summary>
    Integer = 32,

    /// <summary><c>string</c>.</summary>
    String = 64,
}
