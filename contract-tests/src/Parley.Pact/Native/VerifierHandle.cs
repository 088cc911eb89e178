using System.Runtime.InteropServices;

namespace Parley.Pacts;

/// <summary>A verifier in the core.</summary>
internal sealed class VerifierHandle : SafeHandle
{
    /// <summary>For the marshaller.</summary>
    public VerifierHandle()
        : base(invalidHandleValue: 0, ownsHandle: true)
    {
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMethods.ShutDownVerifier(handle);
        return true;
    }
}
