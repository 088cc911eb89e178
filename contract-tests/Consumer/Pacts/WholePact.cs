namespace ContactCenter.ContractTests;

/// <summary>Tests that need the pact of all other tests.</summary>
[CollectionDefinition(nameof(WholePact), DisableParallelization = true)]
public sealed class WholePact;
