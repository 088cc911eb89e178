using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary>Every keyword that asserts something about a value, but for the lengths of strings, which <see cref="LengthCheck"/> joins. To add a keyword: one file, one line here.</summary>
internal static class KeywordChecks
{
    private static readonly KeywordCheck[] All =
    [
        new ConstCheck(), new EnumCheck(),
        new PatternCheck(), new FormatCheck(),
        new MinimumCheck(), new ExclusiveMinimumCheck(), new MaximumCheck(), new ExclusiveMaximumCheck(), new MultipleOfCheck(),
        new UniqueItemsCheck(), new MinItemsCheck(), new MaxItemsCheck(),
        new MinPropertiesCheck(), new MaxPropertiesCheck(),
    ];

    /// <summary>The assertions of a subschema about one JSON type; with <see cref="JsonTypes.None"/> those about any value.</summary>
    public static IEnumerable<Assertion> Of(SchemaNode node, JsonTypes type, CheckSubject subject, CheckMoment moment = CheckMoment.OnFirstToken)
    {
        foreach (var check in All)
        {
            if (check.AppliesTo == type && check.Moment == moment && check.For(node, subject) is { } assertion)
                yield return assertion;
        }
    }
}
