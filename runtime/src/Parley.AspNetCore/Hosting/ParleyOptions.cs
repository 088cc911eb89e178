using System.ComponentModel.DataAnnotations;

namespace Parley.AspNetCore;

/// <summary>Limits of hosted operations. Checked when the host starts.</summary>
public sealed class ParleyOptions
{
    /// <summary>Largest request body in bytes: 1 KiB to 16 MiB, default 256 KiB. A larger one fails with <see cref="FailureKind.BodyTooLarge"/>.</summary>
    [Range(1024, 16 * 1024 * 1024)]
    public int MaxBodyBytes { get; set; } = 256 * 1024;

    /// <summary>Deepest nesting of a request body: 2 to 256, default 32. A deeper one fails with <see cref="FailureKind.MalformedBody"/>.</summary>
    [Range(2, 256)]
    public int MaxDepth { get; set; } = 32;
}
