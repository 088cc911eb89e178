namespace Parley.Pacts;

/// <summary>What a consumer's test is given.</summary>
public interface IConsumerContext
{
    /// <summary>The address that plays the provider.</summary>
    Uri MockServerUri { get; }
}
