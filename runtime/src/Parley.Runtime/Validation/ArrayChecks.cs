using System.Buffers;
using System.Text.Json;

namespace Parley;

/// <summary>Rules of arrays that need to look at items together.</summary>
public static class ArrayChecks
{
    private const int Pairwise = 4;

    /// <summary><c>uniqueItems</c> by JSON equality. The cost grows like sorting, whatever a sender makes the items. The reader stays where it is.</summary>
    /// <param name="reader">On the array's first token.</param>
    public static bool HasUniqueItems(scoped ref Utf8JsonCursor reader)
    {
        var ahead = reader;
        var text = RawJson.Skip(ref ahead);
        var pool = ArrayPool<Item>.Shared;
        var items = pool.Rent(16);
        try
        {
            var count = Locate(text, ref items);
            return count < 2 || (count <= Pairwise ? NoPairIsEqual(text, items.AsSpan(0, count)) : NoHashIsShared(text, items.AsSpan(0, count)));
        }
        finally
        {
            pool.Return(items);
        }
    }

    private static int Locate(ReadOnlySpan<byte> text, ref Item[] items)
    {
        var count = 0;
        var reader = JsonEquality.Open(text);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (count == items.Length)
            {
                var larger = ArrayPool<Item>.Shared.Rent(count * 2);
                items.CopyTo(larger, 0);
                ArrayPool<Item>.Shared.Return(items);
                items = larger;
            }

            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            items[count++] = new Item(0, start, (int)reader.BytesConsumed);
        }

        return count;
    }

    private static bool NoPairIsEqual(ReadOnlySpan<byte> text, ReadOnlySpan<Item> items)
    {
        for (var i = 1; i < items.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (JsonEquality.Equals(items[i].In(text), items[j].In(text)))
                    return false;
            }
        }

        return true;
    }

    private static bool NoHashIsShared(ReadOnlySpan<byte> text, Span<Item> items)
    {
        foreach (ref var item in items)
            item = item with { Hash = JsonEquality.Hash(item.In(text)) };
        items.Sort(static (left, right) => left.Hash.CompareTo(right.Hash));

        for (var first = 0; first < items.Length;)
        {
            var next = first + 1;
            while (next < items.Length && items[next].Hash == items[first].Hash)
                next++;
            if (!NoPairIsEqual(text, items[first..next]))
                return false;
            first = next;
        }

        return true;
    }

    private readonly record struct Item(int Hash, int Start, int End)
    {
        public ReadOnlySpan<byte> In(ReadOnlySpan<byte> text) => text[Start..End];
    }
}
