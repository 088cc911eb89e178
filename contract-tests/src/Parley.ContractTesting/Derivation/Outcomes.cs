using System.Text;

namespace Parley.ContractTesting;

/// <summary>Names of outcomes in the descriptions of interactions.</summary>
internal static class Outcomes
{
    /// <summary>The kind in words, such as <c>wrong state</c>.</summary>
    public static string Name(FailureKind kind)
    {
        var words = new StringBuilder();
        foreach (var letter in kind.ToString())
        {
            if (char.IsUpper(letter) && words.Length > 0)
                words.Append(' ');
            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
