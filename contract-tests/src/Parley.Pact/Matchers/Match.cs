namespace Parley.Pacts;

/// <summary>
/// Matching rules. For one that has no method here put a <c>Dictionary&lt;string, object&gt;</c> with <c>pact:matcher:type</c> into the body,
/// such as <c>array-contains</c> with <c>variants</c>.
/// </summary>
public static class Match
{
    /// <summary>Text that as a whole matches a pattern, in the syntax of Oniguruma.</summary>
    public static IMatcher Regex(string example, string regex) => new Matcher("regex", example) { Regex = regex };

    /// <summary>A value of the same JSON type; an array's items and an object's members are matched likewise.</summary>
    public static IMatcher Type(object? example) => new Matcher("type", example);

    /// <summary>An array of at least so many items like the example.</summary>
    public static IMatcher MinType(object? example, int min) => Items(example, min, max: null);

    /// <summary>An array of at most so many items like the example.</summary>
    public static IMatcher MaxType(object? example, int max) => Items(example, min: null, max);

    /// <summary>An array of so many items like the example.</summary>
    public static IMatcher MinMaxType(object? example, int min, int max) => Items(example, min, max);

    /// <summary>A whole number.</summary>
    public static IMatcher Integer(int example) => new Matcher("integer", example);

    /// <summary>A number with decimal places.</summary>
    public static IMatcher Decimal(double example) => new Matcher("decimal", example);

    /// <inheritdoc cref="Decimal(double)"/>
    public static IMatcher Decimal(float example) => new Matcher("decimal", example);

    /// <inheritdoc cref="Decimal(double)"/>
    public static IMatcher Decimal(decimal example) => new Matcher("decimal", example);

    /// <summary>Any number.</summary>
    public static IMatcher Number(int example) => new Matcher("number", example);

    /// <inheritdoc cref="Number(int)"/>
    public static IMatcher Number(double example) => new Matcher("number", example);

    /// <inheritdoc cref="Number(int)"/>
    public static IMatcher Number(float example) => new Matcher("number", example);

    /// <inheritdoc cref="Number(int)"/>
    public static IMatcher Number(decimal example) => new Matcher("number", example);

    /// <summary>Exactly this value, also inside of a <see cref="Type"/>.</summary>
    public static IMatcher Equality(object? example) => new Matcher("equality", example);

    /// <summary>JSON's null.</summary>
    public static IMatcher Null() => new Matcher("null", null);

    /// <summary>Text that contains the example.</summary>
    public static IMatcher Include(string example) => new Matcher("include", example);

    // The core takes the example for the whole array.
    private static Matcher Items(object? example, int? min, int? max) => new("type", new[] { example }) { Min = min, Max = max };
}
