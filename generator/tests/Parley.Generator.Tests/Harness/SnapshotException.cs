namespace Parley.Generator.Tests.Harness;

/// <summary>Output is not what the snapshot holds.</summary>
internal sealed class SnapshotException(string message) : Exception(message);
