/* search-field.js */
