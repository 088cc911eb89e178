namespace Parley.ContractTesting;

/// <summary>Who decides what a body holds.</summary>
internal enum MatchedSide
{
    /// <summary>The consumer sends it: every member of the example is part of the pact.</summary>
    Sent,

    /// <summary>The consumer receives it: members of open maps and optional members of list items are the provider's affair.</summary>
    Received,
}
