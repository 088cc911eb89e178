namespace Parley.Documentation.Html.Schemas;

/// <summary>Lower and upper bounds in words.</summary>
internal static class Amounts
{
    /// <summary>Such as "1 to 64 characters"; null without any bound.</summary>
    public static string? Between(string? least, string? most, string one, string many) => (least, most) switch
    {
        (null or "0", null) => null,
        (null or "0", _) => $"at most {most} {(most == "1" ? one : many)}",
        (_, null) => $"at least {least} {(least == "1" ? one : many)}",
        _ when least == most => $"{least} {(least == "1" ? one : many)}",
        _ => $"{least} to {most} {many}",
    };
}
