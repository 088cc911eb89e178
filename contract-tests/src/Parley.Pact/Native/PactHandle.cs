using System.Runtime.InteropServices;

namespace Parley.Pacts;

/// <summary>A pact under construction in the core, with its interactions.</summary>
internal sealed class PactHandle : SafeHandle
{
    // The core draws its numbers at random, 0 among them.
    private const nint None = -1;

    /// <summary>Takes over a pact of the core.</summary>
    /// <param name="pact">Its number there, any of 16 bits.</param>
    public PactHandle(ushort pact)
        : base(None, ownsHandle: true) => SetHandle(pact);

    /// <inheritdoc/>
    public override bool IsInvalid => handle == None;

    /// <summary>Begins a pact of specification V4.</summary>
    public static PactHandle Create(string consumer, string provider, PactLogLevel logLevel)
    {
        const int V4 = 5;
        PactCore.Start(logLevel);
        var pact = new PactHandle(NativeMethods.NewPact(consumer, provider));
        CoreCall.Done(NativeMethods.WithSpecification(pact, V4), "set the specification");
        return pact;
    }

    /// <summary>Merges the pact into its file, which is named <c>consumer-provider.json</c>.</summary>
    /// <exception cref="PactFailureException">The file could not be written, or another test has described the same interaction differently.</exception>
    public void WriteFile(string directory)
    {
        Directory.CreateDirectory(directory);
        var result = NativeMethods.WritePactFile(this, directory, overwrite: false);
        if (result != 0)
        {
            throw new PactFailureException(result switch
            {
                2 => $"The pact file could not be written to {directory}, or what is there is no pact.",
                _ => $"The Pact core failed to write the pact file to {directory} (error {result}).",
            });
        }
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle() => NativeMethods.FreePact((ushort)handle) == 0;
}
