namespace Parley.Schema.Contracts;

/// <summary>Names of Bayeux channels.</summary>
internal static class BayeuxChannel
{
    private const string Marks = "-_!~()$@";

    /// <summary>What is wrong with a channel, as the end of a sentence, or null.</summary>
    public static string? FindFault(string channel, bool service)
    {
        if (service && !channel.StartsWith("/service/", StringComparison.Ordinal))
            return "a service channel starts with '/service/'";
        if (channel.StartsWith("/meta/", StringComparison.Ordinal))
            return "'/meta/' belongs to the protocol";
        if (channel.Length < 2 || channel[0] != '/')
            return "it starts with '/', and at least one segment follows";

        foreach (var segment in channel.Substring(1).Split('/'))
        {
            if (segment.Length == 0)
                return "a segment is empty";
            if (segment[0] == '*')
                return "wildcards are for subscribers";
            foreach (var unit in segment)
            {
                if (unit is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')) && Marks.IndexOf(unit) < 0)
                    return "a segment is made of ASCII letters, digits and '" + Marks + "'";
            }
        }

        return null;
    }
}
