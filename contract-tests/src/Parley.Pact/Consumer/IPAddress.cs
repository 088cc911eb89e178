namespace Parley.Pacts;

/// <summary>Where a mock server listens.</summary>
public enum IPAddress
{
    /// <summary>On all addresses of the machine.</summary>
    Any,

    /// <summary>On 127.0.0.1.</summary>
    Loopback,
}
