namespace Parley.ContractTesting;

/// <summary>Members of a matching rule in Pact's integration format.</summary>
internal static class MatcherKeys
{
    public const string Type = "pact:matcher:type";
    public const string Value = "value";
    public const string Regex = "regex";
    public const string Min = "min";
}
