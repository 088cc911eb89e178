using System.Globalization;

namespace Parley.Bayeux.Load.Servers;

/// <summary>The data of one event: an object of 300 bytes whose <c>seq</c> says which event it is.</summary>
internal static class EventPayload
{
    /// <summary>Length of every payload in bytes.</summary>
    public const int Length = 300;

    /// <summary>The padding that gives an event its length.</summary>
    public static string TextOf(int sequence) => new('x', Length - Format(sequence, "").Length);

    /// <summary>The payload as UTF-8.</summary>
    public static byte[] Utf8(int sequence) => System.Text.Encoding.UTF8.GetBytes(Format(sequence, TextOf(sequence)));

    private static string Format(int sequence, string text) => string.Create(CultureInfo.InvariantCulture, $$"""{"seq":{{sequence}},"text":"{{text}}"}""");
}
