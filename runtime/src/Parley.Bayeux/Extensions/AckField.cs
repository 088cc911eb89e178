namespace Parley.Bayeux;

/// <summary><c>ext.ack</c> of a message: a wish in a handshake, the last batch received in a connect.</summary>
/// <param name="Enabled">Whether a handshake asks for acknowledged delivery.</param>
/// <param name="IsObject">Whether it asked in the object form, which is answered in kind.</param>
/// <param name="Batch">The last batch that a connect acknowledges.</param>
internal readonly record struct AckField(bool Enabled, bool IsObject, long? Batch);
