namespace Pst.Web.Pages;

/// <summary>
/// The words of the pages. Pages write them in Indonesian, which is the key; Sentences.en.restext has the English beside it, and
/// Sentences.restext those whose key is a short name because they are long, or are chosen by a code.
/// </summary>
public sealed class Sentences;
