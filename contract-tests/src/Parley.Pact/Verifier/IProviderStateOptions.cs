namespace Parley.Pacts;

/// <summary>How provider states are set up.</summary>
public interface IProviderStateOptions
{
    /// <summary>Calls the address after the interaction too, with the action <c>teardown</c>.</summary>
    IProviderStateOptions WithTeardown();

    /// <summary>Where state and parameters stand; default the body.</summary>
    IProviderStateOptions WithStyle(ProviderStateStyle style);
}
