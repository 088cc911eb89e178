using System.Runtime.InteropServices;

namespace Parley.Pacts;

/// <summary>Texts that come out of the core.</summary>
internal static class NativeText
{
    /// <summary>Copies a text and frees it.</summary>
    public static string? Take(nint text)
    {
        try
        {
            return Marshal.PtrToStringUTF8(text);
        }
        finally
        {
            if (text != 0)
                NativeMethods.DeleteString(text);
        }
    }

    /// <summary>Copies a text that stays the core's.</summary>
    public static string? Copy(nint text) => Marshal.PtrToStringUTF8(text);
}
