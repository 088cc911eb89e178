namespace Parley.Pacts;

/// <summary>Messages of a pact.</summary>
public interface IMessagePactBuilderV4
{
    /// <summary>Begins a message.</summary>
    /// <param name="description">Its name, unique in the pact.</param>
    IMessageBuilderV4 ExpectsToReceive(string description);

    /// <summary>Adds a value to the pact's metadata.</summary>
    IMessagePactBuilderV4 WithPactMetadata(string @namespace, string name, string value);
}
