using System.Buffers;
using System.Text.Json;

namespace Parley;

/// <summary>Rules of arrays that need to look at items together.</summary>
public static class ArrayChecks
{
    private const int Pairwise = 4;

    // As many items are compared without renting room for them.
    private const int OnStack = 16;

    /// <summary><c>uniqueItems</c> by JSON equality. The cost grows like sorting, whatever a sender makes the items. The reader stays where it is.</summary>
    /// <param name="reader">On the array's first token.</param>
    public static bool HasUniqueItems(scoped ref Utf8JsonCursor reader)
    {
        var ahead = reader;
        var text = RawJson.Skip(ref ahead);
        Span<Item> items = stackalloc Item[OnStack];
        Item[]? rented = null;
        try
        {
            var count = 0;
            var walk = JsonEquality.Open(text);
            while (walk.Read() && walk.TokenType != JsonTokenType.EndArray)
            {
                if (count == items.Length)
                    items = rented = Larger(items, rented);

                var start = (int)walk.TokenStartIndex;
                walk.Skip();
                items[count++] = new Item(0, start, (int)walk.BytesConsumed);
            }

            items = items[..count];
            return count <= Pairwise ? NoPairIsEqual(text, items) : NoHashIsShared(text, items);
        }
        finally
        {
            if (rented is not null)
                ArrayPool<Item>.Shared.Return(rented);
        }
    }

    private static Item[] Larger(ReadOnlySpan<Item> items, Item[]? rented)
    {
        var larger = ArrayPool<Item>.Shared.Rent(items.Length * 2);
        items.CopyTo(larger);
        if (rented is not null)
            ArrayPool<Item>.Shared.Return(rented);
        return larger;
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
