namespace Parley.Pacts;

/// <summary>A pact between two parties.</summary>
public interface IPact
{
    /// <summary>The consumer's name.</summary>
    string Consumer { get; }

    /// <summary>The provider's name.</summary>
    string Provider { get; }

    /// <summary>Where the pact goes, and how its bodies are written.</summary>
    PactConfig Config { get; }
}
