namespace Parley;

/// <summary>One broken rule.</summary>
/// <param name="InstanceLocation">JSON pointer of the offending value; empty for the whole text.</param>
/// <param name="Line">Line of the offending token, from 1.</param>
/// <param name="Column">Column of the offending token in bytes, from 1.</param>
/// <param name="KeywordLocation">JSON pointer through the schema as it was evaluated, <c>$ref</c> included.</param>
/// <param name="AbsoluteKeywordLocation">Where the keyword stands: schema file or URI, <c>#</c>, JSON pointer.</param>
/// <param name="Keyword">The keyword, such as <c>maxLength</c>; <c>json</c> when the text is not JSON at all, <c>depth</c> when it is nested deeper than the reader allows, <c>duplicate</c> for a name that an object has twice, <c>budget</c> when validating would take too much effort.</param>
/// <param name="Message">What the rule asks for, as a sentence without the place.</param>
public sealed record SchemaError(
    string InstanceLocation,
    int Line,
    int Column,
    string KeywordLocation,
    string AbsoluteKeywordLocation,
    string Keyword,
    string Message)
{
    /// <summary>Place, sentence and rule in one line, fit for an error message.</summary>
    public override string ToString()
    {
        var place = InstanceLocation.Length == 0 ? "The body" : InstanceLocation;
        return AbsoluteKeywordLocation.Length == 0
            ? $"{place} {Message} (line {Line}, column {Column})"
            : $"{place} {Message} ({AbsoluteKeywordLocation})";
    }
}
