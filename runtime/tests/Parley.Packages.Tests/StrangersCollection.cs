namespace Parley.Packages.Tests;

/// <summary>The tests that share a stranger's project: one after another, since some of them spoil it for a while.</summary>
[CollectionDefinition]
public sealed class StrangersCollection : ICollectionFixture<StrangersProject>;
